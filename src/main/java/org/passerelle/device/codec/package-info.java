/** Codecs in the rooms: which meetings they are told of, and whether they took them. */
@NamedInterface("codec")
@NullMarked
package org.passerelle.device.codec;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
