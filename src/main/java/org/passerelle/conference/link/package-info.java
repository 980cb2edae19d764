/** The links by which people and rooms come into a conference, and who may make them void. */
@NamedInterface("link")
@NullMarked
package org.passerelle.conference.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
