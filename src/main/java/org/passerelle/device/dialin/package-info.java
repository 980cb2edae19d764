/** Numbers that stand for conferences, for devices and telephones that cannot dial a name. */
@NamedInterface("dialin")
@NullMarked
package org.passerelle.device.dialin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
