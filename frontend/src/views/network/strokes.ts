/** Lines for sigma that tell a status by their form too: whole, double, broken, dotted. */
import { EdgeRectangleProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import type { ProgramInfo } from "sigma/rendering";
import type { Tone } from "./looks";

/** Numbers by which the shader knows the forms. */
export const FORMS: Readonly<Record<Tone, number>> = { said: 0, denied: 1, both: 2, unclear: 3 };

const BEGIN = "void main() {";
const TOLD = "attribute float a_form;\nuniform vec2 u_size;\nvarying float v_along;\nvarying float v_side;\nvarying float v_form;\n";
/** How far along the line in pixels of the screen, and on which side of its middle. */
const PLACED = `
  v_form = a_form;
  v_side = a_normalCoef;
  vec2 reach = (u_matrix * vec3(a_positionEnd, 1)).xy - (u_matrix * vec3(a_positionStart, 1)).xy;
  v_along = a_positionCoef * length(reach * u_size / 2.0);
`;
const FORMED = `
  float shown = 1.0;
  if (v_form > 2.5) shown = step(mod(v_along, 6.0), 2.5);
  else if (v_form > 1.5) shown = step(mod(v_along, 14.0), 9.0);
  else if (v_form > 0.5) shown = step(0.34, abs(v_side));
  gl_FragColor = mix(v_color, transparent, 1.0 - (1.0 - t) * shown);
`;

type Info = ProgramInfo<string>;

export class Stroke extends EdgeRectangleProgram {
  override getDefinition() {
    const plain = super.getDefinition();
    return {
      ...plain,
      VERTEX_SHADER_SOURCE: plain.VERTEX_SHADER_SOURCE.replace(BEGIN, TOLD + BEGIN + PLACED),
      FRAGMENT_SHADER_SOURCE: plain.FRAGMENT_SHADER_SOURCE.replace(
        "void main(void) {",
        "varying float v_along;\nvarying float v_side;\nvarying float v_form;\nvoid main(void) {",
      ).replace("gl_FragColor = mix(v_color, transparent, t);", FORMED),
      UNIFORMS: [...plain.UNIFORMS, "u_size"] as unknown as typeof plain.UNIFORMS,
      ATTRIBUTES: [...plain.ATTRIBUTES, { name: "a_form", size: 1, type: WebGLRenderingContext.FLOAT }],
    };
  }

  override processVisibleItem(index: number, at: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData): void {
    super.processVisibleItem(index, at, source, target, data);
    this.array[at + 8] = (data as EdgeDisplayData & { form?: number }).form ?? 0;
  }

  override setUniforms(params: RenderParams, info: Info): void {
    super.setUniforms(params, info);
    info.gl.uniform2f(info.uniformLocations["u_size"] ?? null, params.width, params.height);
  }
}
