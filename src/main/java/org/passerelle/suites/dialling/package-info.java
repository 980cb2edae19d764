/** Numbers that stand for conferences, for devices and telephones that cannot dial a name. */
@NamedInterface("dialling")
@NullMarked
package org.passerelle.suites.dialling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
