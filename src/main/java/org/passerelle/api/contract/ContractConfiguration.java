package org.passerelle.api.contract;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.List;
import org.passerelle.api.ProblemType;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.method.HandlerMethod;

/** Completes the document that is made from the controllers, pass after pass, so that a client can be made from it. */
@Configuration(proxyBeanMethods = false)
class ContractConfiguration {

    @Bean
    ModelConverter recordFields() {
        return new RecordFields();
    }

    @Bean
    GlobalOperationCustomizer declaredRefusals() {
        return ContractConfiguration::addRefusals;
    }

    private static Operation addRefusals(Operation operation, HandlerMethod method) {
        Refuses declared = method.getMethodAnnotation(Refuses.class);
        if (declared != null) {
            for (ProblemType problem : declared.value()) {
                ExpectedProblems.add(operation, problem);
            }
        }
        return operation;
    }

    @Bean
    GlobalOpenApiCustomizer completeContract(WebInvocationPrivilegeEvaluator filters) {
        return document -> complete(document, new SignInRules(filters));
    }

    private static void complete(OpenAPI document, SignInRules rules) {
        Components components = document.getComponents();
        CommonHeaders.declare(components);
        SignInRules.declare(components);
        ProblemComponents.declare(components);
        List<Call> calls = Call.in(document);
        calls.forEach(call -> {
            SuccessAnswers.describe(call);
            ExpectedProblems.describe(call, rules.needsSignIn(call));
            CommonHeaders.describe(call);
            rules.describe(call);
        });
        BodyShapes.describe(document, calls);
        calls.forEach(Examples::addTo);
        Examples.addTo(components);
    }
}
