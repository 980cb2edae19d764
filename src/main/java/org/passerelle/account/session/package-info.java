/** By what somebody who has signed in is known again: access tokens and the sessions of browsers. */
@NamedInterface("session")
@NullMarked
package org.passerelle.account.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
