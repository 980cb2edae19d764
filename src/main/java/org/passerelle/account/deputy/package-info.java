/** Who stands in for whom: named by that person, or by the administrator of the network, and by nobody for themselves. */
@NamedInterface("deputy")
@NullMarked
package org.passerelle.account.deputy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
