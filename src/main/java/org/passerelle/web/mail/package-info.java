/** The mail log: what came to the rooms of a manager, what was decided and why, what was answered. */
@NullMarked
package org.passerelle.web.mail;

import org.jspecify.annotations.NullMarked;
