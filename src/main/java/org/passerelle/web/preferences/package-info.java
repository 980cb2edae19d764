/** How somebody likes to be written to. */
@NullMarked
package org.passerelle.web.preferences;

import org.jspecify.annotations.NullMarked;
