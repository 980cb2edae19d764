/** Closures for those who manage sites, and what organisers are offered in the place of rooms that are shut. */
@NullMarked
package org.passerelle.web.closures;

import org.jspecify.annotations.NullMarked;
