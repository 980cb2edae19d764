/** What kept mail tells of people. */
@NullMarked
package org.passerelle.mail.personal;

import org.jspecify.annotations.NullMarked;
