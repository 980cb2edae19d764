/** What passwords must not be, how they are hashed and what a check may cost. */
@NamedInterface("password")
@NullMarked
package org.passerelle.account.password;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
