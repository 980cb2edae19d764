/** Who somebody is from what they prove it with, and the first accounts of an installation. */
@NamedInterface("signin")
@NullMarked
package org.passerelle.account.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
