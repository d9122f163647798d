import { readdirSync, readFileSync } from 'node:fs';
import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { readConfig } from '#lib/server/read-config.ts';
import { serverMetrics } from '#lib/server/server-metrics.ts';
import { VARIABLES } from '#lib/server/variables.ts';

const PORT = 3000;
const text = (path: string) => readFileSync(`deploy/${path}`, 'utf8');

/** Plain YAML; a test that looks for what is not there fails by what it expects. */
interface Yaml {
  readonly [key: string]: Yaml;
}
const yaml = (path: string) => parse(text(path)) as Yaml;
const manifests = readdirSync('deploy/kubernetes')
  .filter((name) => name !== 'kustomization.yaml')
  .flatMap((name) =>
    parseAllDocuments(text(`kubernetes/${name}`)).map((document) => document.toJS() as Yaml),
  );
const manifest = (kind: string, name = 'shufflescope') => {
  const found = manifests.find((each) => String(each.kind) === kind && String(each.metadata?.name) === name);
  if (!found) throw new Error(`no ${kind} ${name}`);
  return found;
};
const known: readonly string[] = VARIABLES.map(({ name }) => name);

describe('deploy/Dockerfile', () => {
  const lines = text('Dockerfile').split('\n');
  const stages = lines.filter((line) => line.startsWith('FROM ')).length;
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('builds in one stage and runs in another, without the sources', () => {
    expect(stages).toBeGreaterThan(1);
    expect(last.filter((line) => line.startsWith('COPY '))).toEqual([
      'COPY --from=build --chown=root:root /src/.next/standalone ./',
    ]);
    expect(lines).toContainEqual(expect.stringMatching(/^RUN .*chmod -R a\+rX,go-w \.next\/standalone$/));
  });

  it('runs as a user without rights, on the server’s port, and asks for its health', () => {
    expect(last).toContainEqual(expect.stringMatching(/^USER [1-9]\d{3,}:[1-9]\d{3,}$/));
    expect(last.indexOf(`EXPOSE ${PORT}`)).toBeGreaterThan(0);
    expect(last.join('\n')).toMatch(/HEALTHCHECK[\s\S]+\/healthz/);
    expect(last).toContain('CMD ["node", "server.js"]');
  });

  it('has the major version of Node that the project pins, and no secret', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const major = devDependencies.node.split('.')[0];
    for (const line of lines.filter((each) => each.startsWith('FROM node:')))
      expect(line).toMatch(new RegExp(`^FROM node:${major}-`));
    const secrets = VARIABLES.filter((variable) => 'secret' in variable).map(({ name }) => name);
    expect(secrets.filter((name) => lines.join('\n').includes(name))).toEqual([]);
    expect(readFileSync('.dockerignore', 'utf8')).toMatch(/^\.env\*$/m);
  });
});

describe('deploy/compose.yaml', () => {
  const { services = {} as Yaml } = yaml('compose.yaml');

  it.each(Object.keys(services))('%s runs read-only, without rights, with a limit of memory', (name) => {
    const service = services[name] as unknown as Record<string, unknown>;
    expect(service.read_only).toBe(true);
    expect(service.user).toMatch(/^[1-9]\d*:/);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.mem_limit).toMatch(/^\d+m$/);
    for (const port of (service.ports as string[] | undefined) ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(service).not.toHaveProperty('privileged');
    if (name !== 'app') expect(service.image).toMatch(/:v?\d/);
  });

  it('gives the app only variables that it knows, and its own port', () => {
    const app = services.app as unknown as { environment: Record<string, string>; ports: string[] };
    expect(Object.keys(app.environment).filter((name) => !known.includes(name))).toEqual([]);
    expect(() => readConfig(app.environment)).not.toThrow();
    expect(app.ports).toEqual([`127.0.0.1:${PORT}:${PORT}`]);
  });

  it('has a rule of Prometheus and a dashboard of Grafana where the services look for them', () => {
    const { scrape_configs, rule_files } = yaml('prometheus/prometheus.yml') as unknown as {
      scrape_configs: {
        metrics_path: string;
        authorization: object;
        static_configs: { targets: string[] }[];
      }[];
      rule_files: string[];
    };
    expect(scrape_configs[0]).toMatchObject({ metrics_path: '/metrics' });
    expect(scrape_configs[0]?.authorization).toBeDefined();
    expect(scrape_configs[0]?.static_configs[0]?.targets).toEqual([`app:${PORT}`]);
    for (const file of rule_files) expect(text(`prometheus/${file}`)).toContain('alert:');
    expect(String(yaml('grafana/provisioning/datasources/prometheus.yaml').datasources?.[0]?.url)).toBe(
      'http://prometheus:9090',
    );
  });
});

describe('alert rules and dashboard', () => {
  const groups = yaml('prometheus/alerts.yml').groups as unknown as {
    rules: { alert: string; expr: string; annotations: { summary: string; description: string } }[];
  }[];
  const rules = groups.flatMap((group) => group.rules);
  const dashboard = JSON.parse(text('grafana/dashboards/shufflescope.json')) as {
    panels: { title: string; datasource: { uid: string }; targets: { expr: string }[] }[];
  };
  const queries = [
    ...rules.map(({ alert, expr }) => [alert, expr]),
    ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr])),
  ] as [string, string][];

  it.each(queries)('%s asks for metrics and labels that the server has', async (_, expr) => {
    const names = await metricNames();
    const asked = expr.match(/\b(?:shufflescope_\w+|up)\b(?!")/g) ?? [];
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !names.has(name))).toEqual([]);
    const labels = [...expr.matchAll(/\{([^}]*)\}/g)].flatMap(
      (match) => match[1]!.match(/\w+(?=!?=)/g) ?? [],
    );
    const grouped = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap((match) => match[1]!.split(/,\s*/));
    const LABELS = ['outcome', 'model', 'direction', 'reason', 'scope', 'le', 'job', 'instance'];
    expect([...labels, ...grouped].filter((label) => !LABELS.includes(label))).toEqual([]);
  });

  it('explains every alert, and shows what is alerted', () => {
    for (const { annotations } of rules) expect(annotations.summary && annotations.description).toBeTruthy();
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    expect(dashboard.panels.every(({ datasource }) => datasource.uid === 'prometheus')).toBe(true);
  });
});

/** Every name that /metrics shows, with those that Prometheus makes of histograms. */
async function metricNames(): Promise<ReadonlySet<string>> {
  const { registry } = serverMetrics(async () => true);
  const names = new Set(['up']);
  for (const { name, type } of await registry.getMetricsAsJSON()) {
    names.add(name);
    if (String(type) === 'histogram')
      for (const end of ['bucket', 'sum', 'count']) names.add(`${name}_${end}`);
  }
  expect(registry).toBeInstanceOf(Registry);
  return names;
}

describe('deploy/kubernetes', () => {
  const workloads = manifests.filter((each) => String(each.kind) === 'Deployment');
  const pods = workloads.map((each) => [
    String(each.metadata?.name),
    each.spec?.template?.spec as unknown as {
      automountServiceAccountToken: boolean;
      securityContext: Record<string, unknown>;
      containers: Record<string, never>[];
    },
  ]) as [string, { automountServiceAccountToken: boolean; securityContext: object; containers: object[] }][];

  it('lists every file', () => {
    const { resources } = yaml('kubernetes/kustomization.yaml') as unknown as { resources: string[] };
    const files = readdirSync('deploy/kubernetes').filter((name) => name !== 'kustomization.yaml');
    expect(resources.toSorted()).toEqual(files.toSorted());
  });

  it.each(pods)('%s runs without rights on a read-only file system, with limits and probes', (_, pod) => {
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: expect.any(Number),
      seccompProfile: { type: 'RuntimeDefault' },
    });
    for (const container of pod.containers) {
      expect(container).toMatchObject({
        image: expect.stringMatching(/:v?\d[\w.-]*$/),
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        resources: {
          requests: { cpu: expect.anything(), memory: expect.anything() },
          limits: { cpu: expect.anything(), memory: expect.anything() },
        },
        livenessProbe: expect.any(Object),
        readinessProbe: expect.any(Object),
      });
    }
  });

  it('probes the app where it answers, and lets answers end before it stops', () => {
    const pod = manifest('Deployment').spec?.template?.spec as unknown as {
      terminationGracePeriodSeconds: number;
      containers: {
        ports: { name: string; containerPort: number }[];
        livenessProbe: object;
        readinessProbe: object;
      }[];
    };
    const [app] = pod.containers;
    expect(app?.ports).toEqual([{ name: 'http', containerPort: PORT }]);
    expect(app?.livenessProbe).toMatchObject({ httpGet: { path: '/healthz', port: 'http' } });
    expect(app?.readinessProbe).toMatchObject({ httpGet: { path: '/readyz', port: 'http' } });
    for (const path of ['healthz', 'readyz', 'metrics'])
      expect(readdirSync(`app/${path}`)).toContain('route.ts');
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(60);
  });

  it('sets only variables that the server knows, and no secret in the open', () => {
    const data = manifest('ConfigMap').data as unknown as Record<string, string>;
    expect(() => readConfig(data)).not.toThrow();
    const secrets: readonly string[] = VARIABLES.filter((each) => 'secret' in each).map(({ name }) => name);
    expect(Object.keys(data).filter((name) => !known.includes(name) || secrets.includes(name))).toEqual([]);
  });

  it('joins Service, Ingress, HPA and disruption budget to the Deployment', () => {
    const labels = manifest('Deployment').spec?.template?.metadata?.labels;
    expect(manifest('Service').spec?.selector).toEqual(labels);
    expect(manifest('PodDisruptionBudget').spec?.selector?.matchLabels).toEqual(labels);
    expect(manifest('Deployment').spec?.selector?.matchLabels).toEqual(labels);
    expect(manifest('HorizontalPodAutoscaler').spec).toMatchObject({
      scaleTargetRef: { kind: 'Deployment', name: 'shufflescope' },
    });
    const ingress = JSON.stringify(manifest('Ingress'));
    expect(ingress).toContain('"service":{"name":"shufflescope","port":{"name":"http"}}');
    expect(ingress).toContain('proxy-buffering');
    const { PUBLIC_URL } = manifest('ConfigMap').data as unknown as Record<string, string>;
    expect(
      `https://${(manifest('Ingress').spec as unknown as { rules: { host: string }[] }).rules[0]?.host}`,
    ).toBe(PUBLIC_URL);
  });

  it('lets nothing through but the ingress, metrics, Redis, DNS and https to the outside', () => {
    const { podSelector, policyTypes, ingress, egress } = manifest('NetworkPolicy').spec as unknown as {
      podSelector: object;
      policyTypes: string[];
      ingress: { from: object[]; ports: { port: number }[] }[];
      egress: { to: object[]; ports: { port: number }[] }[];
    };
    expect(podSelector).toEqual({ matchLabels: manifest('Deployment').spec?.template?.metadata?.labels });
    expect(policyTypes).toEqual(['Ingress', 'Egress']);
    expect(ingress.flatMap(({ ports }) => ports.map(({ port }) => port))).toEqual([PORT]);
    expect(ingress.every(({ from }) => from.length > 0)).toBe(true);
    expect(egress.every(({ to }) => to.length > 0)).toBe(true);
    expect(egress.flatMap(({ ports }) => ports.map(({ port }) => port))).toEqual([53, 53, 6379, 443]);
    expect(JSON.stringify(egress)).toContain('169.254.0.0/16');
  });
});
