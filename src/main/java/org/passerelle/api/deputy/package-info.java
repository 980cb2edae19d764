/** Who stands in for whom over HTTP. */
@NullMarked
package org.passerelle.api.deputy;

import org.jspecify.annotations.NullMarked;
