/** Guests and the reception over HTTP. */
@NullMarked
package org.passerelle.api.reception;

import org.jspecify.annotations.NullMarked;
