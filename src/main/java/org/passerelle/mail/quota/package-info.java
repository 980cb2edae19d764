/** How much mail one person may cause and one recipient may get in a day; counted so that two nodes cannot exceed it together. */
@NamedInterface("quota")
@NullMarked
package org.passerelle.mail.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
