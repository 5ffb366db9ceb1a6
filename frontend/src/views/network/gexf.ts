/** Writes a network for Gephi, with its places; every edge carries its status and its sentence. */
import type { AnswerTo } from "../../api/answer";

type NetworkTold = AnswerTo<"/api/v1/network">;

export function gexfOf({ nodes, edges }: NetworkTold): string {
  const points = nodes.map(
    ({ id, name, type, standing, x, y }) =>
      `<node id="${xml(id)}" label="${xml(name)}"><attvalues><attvalue for="type" value="${xml(type)}"/>` +
      `<attvalue for="standing" value="${xml(standing ?? "")}"/></attvalues><viz:position x="${x * 1000}" y="${y * 1000}"/></node>`,
  );
  const lines = edges.map(
    ({ id, source, target, predicate, status, says }) =>
      `<edge id="${xml(id)}" source="${xml(source)}" target="${xml(target)}" label="${xml(predicate)}"><attvalues>` +
      `<attvalue for="status" value="${xml(status)}"/><attvalue for="says" value="${xml(says)}"/></attvalues></edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><graph defaultedgetype="directed">',
    '<attributes class="node"><attribute id="type" title="type" type="string"/><attribute id="standing" title="standing" type="string"/></attributes>',
    '<attributes class="edge"><attribute id="status" title="status" type="string"/><attribute id="says" title="says" type="string"/></attributes>',
    `<nodes>${points.join("")}</nodes><edges>${lines.join("")}</edges></graph></gexf>`,
  ].join("\n");
}

function xml(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "");
}

export function saved(name: string, content: string): void {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(new Blob([content], { type: "application/xml" }));
  link.click();
  URL.revokeObjectURL(link.href);
}
