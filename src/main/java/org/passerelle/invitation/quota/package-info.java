/** How much mail one person may cause and one recipient may get in a day; counted so that two nodes cannot exceed it together. */
@NullMarked
package org.passerelle.invitation.quota;

import org.jspecify.annotations.NullMarked;
