@NullMarked
package org.passerelle.invitation.agent;

import org.jspecify.annotations.NullMarked;
