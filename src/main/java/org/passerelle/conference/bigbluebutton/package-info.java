/** BigBlueButton, by its HTTP interface. */
@NullMarked
package org.passerelle.conference.bigbluebutton;

import org.jspecify.annotations.NullMarked;
