/** What pages say of a conference that ends soon. */
@NullMarked
package org.passerelle.web.conference.ending;

import org.jspecify.annotations.NullMarked;
