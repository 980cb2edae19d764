/** What pages say of a conference that ends soon. */
@NullMarked
package org.passerelle.web.ending;

import org.jspecify.annotations.NullMarked;
