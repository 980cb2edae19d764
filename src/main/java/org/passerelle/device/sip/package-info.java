/** Whether the devices in the rooms answer by SIP, asked before they are needed. */
@NamedInterface("sip")
@NullMarked
package org.passerelle.device.sip;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
