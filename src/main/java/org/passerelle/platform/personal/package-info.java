/** What the program keeps of people: every module says what its collections hold, and all of it can be copied, cut and erased. */
@NamedInterface("personal")
@NullMarked
package org.passerelle.platform.personal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
