/** How work is done that must not stop other work: each piece in a fence, within what a person may use, ended with the program. */
@NullMarked
@NamedInterface("work")
package org.passerelle.platform.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
