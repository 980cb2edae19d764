/** Mails to one person that are about no single booking: found again as long as what they tell stands, and told once. */
@NamedInterface("notice")
@NullMarked
package org.passerelle.notification.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
