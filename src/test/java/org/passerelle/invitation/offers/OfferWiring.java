package org.passerelle.invitation.offers;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;

/** Gives tests of other packages what this one keeps to itself. */
public final class OfferWiring {

    private OfferWiring() {}

    /** Over what the context has of bookings and a database. */
    public static void register(AnnotationConfigApplicationContext context) {
        RootBeanDefinition key = new RootBeanDefinition();
        key.setTargetType(ResolvableType.forClassWithGenerics(Supplier.class, byte[].class));
        key.setInstanceSupplier(() -> (Supplier<byte[]>) () -> "not a secret".getBytes(StandardCharsets.US_ASCII));
        context.registerBeanDefinition("key", key);
        context.register(OfferStore.class, Offers.class, TakingOffers.class);
    }
}
