/** Where people and rooms join a conference, without an account. */
@NullMarked
package org.passerelle.web.conference.join;

import org.jspecify.annotations.NullMarked;
