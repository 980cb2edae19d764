/** Who stands in for whom. */
@NullMarked
package org.passerelle.web.deputies;

import org.jspecify.annotations.NullMarked;
