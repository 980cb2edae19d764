/** Whether a mail was signed by the domain that it claims to come from (RFC 6376, RFC 8463). */
@NullMarked
package org.passerelle.mail.dkim;

import org.jspecify.annotations.NullMarked;
