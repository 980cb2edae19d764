package org.passerelle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContracts;

/** What keeps the tree easy to find one's way in: small packages, one direction, one name for one thing. */
public class HouseTests {

    private static final int MOST_FILES = 30;
    private static final double MOST_SHARED_NAMES = 0.03;

    private static final String DATABASE =
            "org\\.springframework\\.data\\.mongodb\\..*Mongo(Operations|Template)|com\\.mongodb\\.client\\.Mongo.*";
    /** What reads any store at all, for a backup say, is looked at by {@code ReplicaSetBackupIT}. */
    private static final String NO_STORE_OF_ITS_OWN =
            "org\\.passerelle\\.(booking\\.store|platform\\.(mongo|snapshot)|metrics)\\..*|.*HealthIndicator|.*\\.OpenStore";

    private final JavaClasses classes = ProgramClasses.all();

    @Test
    void noPackageHasMoreThanThirtyFiles() {
        Map<String, Long> files = classes.stream()
                .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(files)
                .isNotEmpty()
                .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void noPackagesNeedEachOther() {
        slices().matching("org.passerelle.(**)").should().beFreeOfCycles().check(classes);
    }

    /** A nested type that only its own file uses may have any short name. */
    @Test
    void atMostThreePercentOfTypesShareTheirNameWithAnother() {
        Map<String, List<JavaClass>> byName =
                classes.stream().filter(HouseTests::isSeen).collect(Collectors.groupingBy(JavaClass::getSimpleName));
        long all = byName.values().stream().mapToLong(Collection::size).sum();
        Map<String, List<String>> shared = byName.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream().map(JavaClass::getName).toList()));
        long sharing = shared.values().stream().mapToLong(Collection::size).sum();

        assertThat(sharing).as("%s", shared).isLessThanOrEqualTo(Math.round(Math.floor(all * MOST_SHARED_NAMES)));
    }

    /** The bookings have contracts of their own, and what lies below every store is judged by its own tests. */
    @Test
    void everyStoreHasAContractThatRunsOnBothDatabases() {
        Set<String> stores = classes.stream()
                .filter(each -> each.getAllFields().stream()
                        .anyMatch(field -> field.getRawType().getName().matches(DATABASE)))
                .map(JavaClass::getName)
                .filter(name -> !name.matches(NO_STORE_OF_ITS_OWN))
                .collect(Collectors.toSet());
        List<String> withContract = Arrays.stream(StoreContracts.class.getDeclaredClasses())
                .map(contract -> contract.getSuperclass().getAnnotation(FactsOf.class))
                .flatMap(facts -> Arrays.stream(facts.value()))
                .map(Class::getName)
                .toList();

        assertThat(stores).isNotEmpty().isSubsetOf(withContract);
    }

    private static boolean isSeen(JavaClass type) {
        if (type.getSimpleName().isEmpty() || type.getSimpleName().equals("package-info") || type.isAnonymousClass()) {
            return false;
        }
        if (type.isTopLevelClass()) {
            return true;
        }
        return !type.getModifiers().contains(JavaModifier.PRIVATE)
                && type.getDirectDependenciesToSelf().stream()
                        .anyMatch(each -> !outermost(each.getOriginClass()).equals(outermost(type)));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseTests::outermost).orElse(type);
    }

    @Test
    void theDomainKnowsNeitherTheWebNorTheDatabaseNorTheScheduler() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.passerelle.time..",
                        "org.passerelle.booking",
                        "org.passerelle.booking.allocation..",
                        "org.passerelle.booking.model..",
                        "org.passerelle.booking.order..",
                        "org.passerelle.booking.policy..",
                        "org.passerelle.booking.reacquire..",
                        "org.passerelle.availability..",
                        "org.passerelle.calendar.read..",
                        "org.passerelle.calendar.write..",
                        "org.passerelle.calendar.zone..",
                        "org.passerelle.directory",
                        "org.passerelle.i18n..",
                        "org.passerelle.roomagent",
                        "org.passerelle.invitation",
                        "org.passerelle.invitation.pending..",
                        "org.passerelle.invitation.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.data..",
                        "jakarta.servlet..",
                        "org.quartz..",
                        "org.bson..",
                        "com.mongodb..")
                .check(classes);
    }
}
