/** Addresses without an account that want no mail of this network, and the link by which they say so. */
@NamedInterface("optout")
@NullMarked
package org.passerelle.mail.optout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
