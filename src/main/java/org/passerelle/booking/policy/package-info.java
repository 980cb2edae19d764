/** The rules of booking as named values, one class a rule, evaluated without side effects. */
@NullMarked
package org.passerelle.booking.policy;

import org.jspecify.annotations.NullMarked;
