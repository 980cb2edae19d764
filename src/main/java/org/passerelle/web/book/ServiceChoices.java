package org.passerelle.web.book;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.i18n.DurationTexts;
import org.springframework.stereotype.Component;

/** The services that a form offers: those of the sites whose rooms it is about, and those that were ordered already. */
@Component
class ServiceChoices {

    private final Directories directories;

    ServiceChoices(Directories directories) {
        this.directories = directories;
    }

    /**
     * One service to order.
     *
     * @param notice in words; empty if it needs none
     */
    record ServiceChoice(String id, String label, Optional<String> notice, String quantity, String note) {

        public String quantityField() {
            return TypedService.QUANTITY + id;
        }

        public String noteField() {
            return TypedService.NOTE + id;
        }
    }

    /** @param sites ids */
    List<ServiceChoice> of(Collection<String> sites, List<TypedService> typed, Locale locale) {
        Directory directory = directories.current();
        return directory.services().stream()
                .filter(offer -> sites.contains(offer.site())
                        || typed.stream().anyMatch(each -> each.id().equals(offer.id())))
                .map(offer -> choice(offer, typed, locale))
                .toList();
    }

    private static ServiceChoice choice(ServiceOffer offer, List<TypedService> typed, Locale locale) {
        Optional<TypedService> wished =
                typed.stream().filter(each -> each.id().equals(offer.id())).findFirst();
        return new ServiceChoice(
                offer.id(),
                offer.name(),
                Optional.of(offer.notice())
                        .filter(notice -> !notice.isZero())
                        .map(notice -> DurationTexts.of(notice, locale)),
                wished.map(TypedService::quantity).orElse(""),
                wished.map(TypedService::note).orElse(""));
    }
}
