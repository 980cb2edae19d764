package org.passerelle.security;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.passerelle.ProgramClasses;
import org.passerelle.platform.work.RemoteCall;
import org.springframework.stereotype.Controller;

/** A door that waits for a server of others says so, else such a server can stop them all. */
public class RemoteCallRuleTests {

    /** What waits for others, by the simple name of its class. */
    private static final Set<String> WAITING = Set.of(
            "CodecUpdates.tellNow",
            "LineChecks.askNow",
            "JoinService.enter",
            "Provider.check",
            "Imports.add",
            "Imports.refresh");

    private final JavaClasses program = ProgramClasses.all();

    @Test
    void isMarkedWhereverADoorWaitsForOthers() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areMetaAnnotatedWith(Controller.class)
                .should(new ArchCondition<JavaMethod>("be marked if they wait for others") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (waits(method) && !method.isAnnotatedWith(RemoteCall.class)) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                        }
                    }
                })
                .check(program);
    }

    @Test
    void knowsWhatWaitsByItsName() {
        assertThat(program.stream()
                        .flatMap(each -> each.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(RemoteCall.class))
                        .flatMap(method -> method.getMethodCallsFromSelf().stream())
                        .map(RemoteCallRuleTests::name)
                        .collect(Collectors.toSet()))
                .containsAll(WAITING);
    }

    private static boolean waits(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .map(RemoteCallRuleTests::name)
                .anyMatch(WAITING::contains);
    }

    private static String name(JavaMethodCall call) {
        return call.getTargetOwner().getSimpleName() + "." + call.getTarget().getName();
    }
}
