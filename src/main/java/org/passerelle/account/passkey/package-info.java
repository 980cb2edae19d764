/** Keys of devices by which people sign in instead of a password (W3C Web Authentication, level 3). */
@NamedInterface("passkey")
@NullMarked
package org.passerelle.account.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
