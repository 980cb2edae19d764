/**
 * The one reader of orders: the text that a program or a form sent, read into a {@link org.passerelle.booking.model.BookingOrder}
 * or into what is wrong with it. Whoever takes such texts in says them in the words of an
 * {@link org.passerelle.booking.order.OrderText} and parses nothing of them.
 */
@NamedInterface("order")
@NullMarked
package org.passerelle.booking.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
