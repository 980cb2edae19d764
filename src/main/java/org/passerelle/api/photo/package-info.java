/** The photos of rooms over HTTP. */
@NullMarked
package org.passerelle.api.photo;

import org.jspecify.annotations.NullMarked;
