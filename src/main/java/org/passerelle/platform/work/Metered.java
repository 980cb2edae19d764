package org.passerelle.platform.work;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller, or one of its methods, whose calls can take much of the processor: they are paid for out of the caller's
 * share, and refused while that is spent.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Metered {

    /**
     * Whether one person may have only a few such calls under way. False where many at the same time are nothing unusual, and
     * each must hear who has the room.
     */
    boolean fewAtOnce() default true;
}
