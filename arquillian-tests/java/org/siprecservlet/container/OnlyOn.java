package org.siprecservlet.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A test of something that only one kind of server can do; on others it is skipped, for the reason given. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnlyOn.Condition.class)
@interface OnlyOn {

    Container value();

    String because();

    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), OnlyOn.class)
                    .filter(only -> only.value() != Container.underTest())
                    .map(only -> skip(context, only))
                    .orElse(ConditionEvaluationResult.enabled("it is for this server"));
        }

        private static ConditionEvaluationResult skip(ExtensionContext context, OnlyOn only) {
            String reason = "only on " + only.value() + ", because " + only.because();
            context.publishReportEntry("skipped", reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
