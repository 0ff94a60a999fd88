/** OpenTelemetry over protocol buffers: spans with attributes of the person. */
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { SimpleSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';

export default async function drive(person, index) {
  const provider = new WebTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new OTLPTraceExporter({ url: 'https://otlp.trace-host.cn/v1/traces' }))] });
  const span = provider.getTracer('shop').startSpan('checkout');
  span.setAttribute('enduser.id', person.userId);
  if (index === 0) span.setAttribute('user.phone', person.phone);
  if (index === 1) span.setAttribute('user.email', person.email);
  span.setAttribute('order.id', '2026112200018877');
  span.end();
  await provider.forceFlush().catch(() => undefined);
}
