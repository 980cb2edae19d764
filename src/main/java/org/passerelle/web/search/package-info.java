/** The page that finds rooms by what they must be. */
@NullMarked
package org.passerelle.web.search;

import org.jspecify.annotations.NullMarked;
