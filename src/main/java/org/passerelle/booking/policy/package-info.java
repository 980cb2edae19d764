/** The rules of booking as named values, one class a rule, evaluated without side effects. */
@NamedInterface("policy")
@NullMarked
package org.passerelle.booking.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
