/** The page of whoever will be away. */
@NullMarked
package org.passerelle.web.absence;

import org.jspecify.annotations.NullMarked;
