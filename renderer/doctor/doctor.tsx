import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { DoctorView } from '../../electron/contract/doctor.ts';
import { PracticeDrawer } from '../practice/practice-drawer.tsx';
import { CommandMarks } from './command-marks.tsx';
import { DeviceList } from './device-list.tsx';
import { DoctorHead } from './doctor-head.tsx';
import { DoctorScroll } from './doctor-scroll.tsx';
import { ScansPane } from './scans-pane.tsx';
import { SiteRules } from './site-rules.tsx';

const PARTS = ['devices', 'rules', 'marks'] as const;

type DoctorProps = { readonly doctor: DoctorView };

/** Takes the whole window, so that nobody takes a tested scan for one that counts. In practice the virtual tokens stay. */
export function Doctor({ doctor }: DoctorProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLElement>(null);
  const { devices, platform, siteRules, learning, problem, tests, reports } = doctor;
  useEffect(() => area.current?.focus({ preventScroll: true }), []);
  return (
    <main className="doctor">
      <section ref={area} className="doctor-parts" data-area="doctor" tabIndex={-1} aria-label={t('doctor.title')}>
        <DoctorHead problem={problem} />
        <Tabs className="doctor-tabs" defaultSelectedKey={learning ? 'rules' : 'devices'}>
          <TabList className="doctor-tab-list" aria-label={t('doctor.parts')}>
            {PARTS.map((part) => (
              <Tab key={part} id={part} className="doctor-tab">
                {t(`doctor.part.${part}`)}
              </Tab>
            ))}
          </TabList>
          {PARTS.map((part) => (
            <TabPanel key={part} id={part} className="doctor-panel">
              <DoctorScroll label={t(`doctor.part.${part}`)}>
                {part === 'devices' && <DeviceList devices={devices} platform={platform} />}
                {part === 'rules' && <SiteRules rules={siteRules} learning={learning} />}
                {part === 'marks' && <CommandMarks />}
              </DoctorScroll>
            </TabPanel>
          ))}
        </Tabs>
      </section>
      <PracticeDrawer />
      <ScansPane tests={tests} reports={reports} rules={siteRules} />
    </main>
  );
}
