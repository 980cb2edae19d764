@org.jspecify.annotations.NullMarked
package org.passerelle.invitation;
