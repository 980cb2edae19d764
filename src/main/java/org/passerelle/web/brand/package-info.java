/** What pages wear of the network's own: its name, its logo and one colour. */
@NullMarked
package org.passerelle.web.brand;

import org.jspecify.annotations.NullMarked;
