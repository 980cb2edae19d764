/** The built-in receiver of mail (RFC 5321). */
@NullMarked
package org.passerelle.mail.smtp.server;

import org.jspecify.annotations.NullMarked;
